package dev.spendlight.reports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the column of a field by where it stood in the row before, else by its name.
final class JsonColumns {
  private final CellSink sink;
  private final Map<String, Integer> places = new HashMap<>();
  private String[] expected;
  private int[] expectedPlace;
  private long[] seenInRow;

  JsonColumns(List<String> names, CellSink sink) {
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

  private void value(JsonParser json, JsonToken token, int place, String name) throws IOException {
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
