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
      JsonRows rows = new JsonRows(json);
      while (row < Limits.FIRST_ROWS && rows.next()) {
        row++;
        Map<String, String> object = object(json);
        if (!rows.inArray() && row == 1) {
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
      JsonRows rows = new JsonRows(json);
      JsonColumns columns = new JsonColumns(names, sink);
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
}
