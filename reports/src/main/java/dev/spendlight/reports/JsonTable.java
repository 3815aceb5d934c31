package dev.spendlight.reports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Rows as the reporting API gives them: an array of objects, or one object a line.
///
/// Columns are the fields of the first rows; what comes up later is added. Numbers and ids are
/// taken as they are written, never through a floating point number. Lines are row numbers here,
/// for such files have one line.
final class JsonTable implements Table {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.JSON_DEPTH)
                  .maxStringLength(Limits.CELL)
                  .maxNumberLength(Limits.NUMBER)
                  .maxNameLength(Limits.CELL)
                  .build())
          .build();

  private final Content content;
  private final List<String> names;

  private JsonTable(Content content, List<String> names) {
    this.content = content;
    this.names = names;
  }

  static JsonTable of(Content content) throws IOException, Refusal {
    return new JsonTable(content, firstNames(content));
  }

  /// Whether the content is an array without rows.
  boolean isEmpty() {
    return names.isEmpty();
  }

  @Override
  public List<String> header() {
    return names;
  }

  private static List<String> firstNames(Content content) throws IOException, Refusal {
    Set<String> names = new LinkedHashSet<>();
    long row = 0;
    try (MeteredStream bytes = content.open();
        JsonParser json = JSON.createParser(bytes)) {
      Rows rows = new Rows(json);
      while (row < Limits.FIRST_ROWS && rows.next()) {
        row++;
        Map<String, String> object = object(json);
        if (!rows.inArray && row == 1) {
          requireRow(object);
        }
        names.addAll(object.keySet());
        if (names.size() > Limits.COLUMNS) {
          return List.copyOf(names);
        }
      }
      if (row > 0 && names.isEmpty()) {
        throw new Refusal("It is not a report: its rows have no fields.");
      }
      return List.copyOf(names);
    } catch (JsonProcessingException e) {
      throw refusal(e, row);
    }
  }

  /// The fields of one object with their values as text.
  private static Map<String, String> object(JsonParser json) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      fields.put(name, token != null && token.isScalarValue() ? json.getText() : "");
      json.skipChildren();
    }
    return fields;
  }

  /// An object that stands alone may be a row, or what the API says instead of a report.
  private static void requireRow(Map<String, String> object) throws Refusal {
    boolean row =
        object.keySet().stream()
            .map(HeaderWords::of)
            .anyMatch(name ->
                Dialect.API.field(name) != Field.UNKNOWN
                    || Dialect.API.otherReport(name).isPresent());
    boolean request = object.containsKey("reportId") || object.containsKey("configuration");
    if (request) {
      throw new Refusal(
          "It is the state of a report request (%s), not the report; download the file from its url once it is COMPLETED."
              .formatted(Shown.text(object.getOrDefault("status", "without a status"))));
    }
    if (!row) {
      throw new Refusal(
          "It is not a report but an answer that says %s; ask for the report again."
              .formatted(
                  Shown.list(
                      object.entrySet().stream()
                          .map(e -> e.getKey() + ": " + e.getValue())
                          .toList())));
    }
  }

  @Override
  public String read(CellSink sink) throws IOException, Refusal {
    try (MeteredStream bytes = content.open();
        JsonParser json = JSON.createParser(bytes)) {
      Rows rows = new Rows(json);
      Columns columns = new Columns(names, sink);
      long row = 0;
      try {
        while (rows.next()) {
          row++;
          sink.start(row);
          columns.read(json, row);
          sink.end();
        }
      } catch (JsonProcessingException e) {
        throw refusal(e, row);
      }
      return bytes.fingerprint();
    }
  }

  private static Refusal refusal(JsonProcessingException e, long row) {
    if (e instanceof JsonEOFException) {
      return new Refusal(
          row == 0
              ? "It is cut off before its first row; download the report again."
              : "It is cut off in or behind row %,d; download the report again.".formatted(row));
    }
    String where = row == 0 ? "at its beginning" : "in row %,d".formatted(row);
    if (e instanceof StreamConstraintsException) {
      return new Refusal(
          "It has a value %s that is longer or deeper than any report's; download the report again."
              .formatted(where));
    }
    String what =
        e instanceof JsonParseException && e.getLocation() != null
            ? " (line %,d, column %,d)"
                .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr())
            : "";
    return new Refusal(
        "It is not valid JSON %s%s; download the report again.".formatted(where, what));
  }

  @Override
  public List<String> notes() {
    return List.of();
  }

  @Override
  public String lineWord() {
    return "row";
  }

  @Override
  public boolean separatedBySemicolon() {
    return false;
  }

  /// Goes from one row's opening bracket to the next.
  private static final class Rows {
    private final JsonParser json;
    private boolean begun;
    private boolean inArray;

    Rows(JsonParser json) {
      this.json = json;
    }

    boolean next() throws IOException, Refusal {
      JsonToken token = json.nextToken();
      if (!begun) {
        begun = true;
        inArray = token == JsonToken.START_ARRAY;
        token = inArray ? json.nextToken() : token;
      }
      if (token == JsonToken.START_OBJECT) {
        return true;
      }
      if (inArray && token == JsonToken.END_ARRAY) {
        if (json.nextToken() != null) {
          throw new Refusal(
              "It has more text behind the end of its rows; download the report again.");
        }
        return false;
      }
      if (!inArray && token == null) {
        return false;
      }
      throw new Refusal("It is not a report: its rows are not objects; download the report again.");
    }
  }

  /// Finds the column of a field by where it stood in the row before, else by its name.
  private static final class Columns {
    private final CellSink sink;
    private final Map<String, Integer> places = new HashMap<>();
    private String[] expected;
    private int[] expectedPlace;
    private long[] seenInRow;

    Columns(List<String> names, CellSink sink) {
      this.sink = sink;
      for (String name : names) {
        places.put(name, places.size());
      }
      expected = names.toArray(String[]::new);
      expectedPlace = new int[expected.length];
      for (int i = 0; i < expected.length; i++) {
        expectedPlace[i] = i;
      }
      seenInRow = new long[expected.length];
    }

    void read(JsonParser json, long row) throws IOException, Refusal {
      int position = 0;
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        int place = place(name, position++);
        if (seenInRow[place] == row) {
          sink.bad("has the same field twice", name);
        }
        seenInRow[place] = row;
        value(json, json.nextToken(), place, name);
      }
    }

    @SuppressWarnings("ReferenceEquality") // The parser gives the same object for the same name.
    private int place(String name, int position) throws Refusal {
      if (position < expected.length && expected[position] == name) {
        return expectedPlace[position];
      }
      Integer known = places.get(name);
      int place;
      if (known != null) {
        place = known;
      } else {
        if (places.size() >= Limits.COLUMNS) {
          throw new Refusal(
              "It has more than %d different fields, which no report has; download the report again."
                  .formatted(Limits.COLUMNS));
        }
        place = sink.column(name);
        places.put(name, place);
        seenInRow = Arrays.copyOf(seenInRow, place + 1);
      }
      if (position >= expected.length && position < Limits.COLUMNS) {
        expected = Arrays.copyOf(expected, position + 1);
        expectedPlace = Arrays.copyOf(expectedPlace, position + 1);
      }
      if (position < expected.length) {
        expected[position] = name;
        expectedPlace[position] = place;
      }
      return place;
    }

    private void value(JsonParser json, JsonToken token, int place, String name)
        throws IOException {
      switch (token) {
        case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
            sink.plain(place, json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
        case VALUE_NULL -> {}
        case START_OBJECT, START_ARRAY -> {
          json.skipChildren();
          sink.nested(place, name);
        }
        default -> {
          String text = json.getText();
          sink.plain(place, text.toCharArray(), 0, text.length());
        }
      }
    }
  }
}
