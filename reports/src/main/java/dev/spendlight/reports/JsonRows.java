package dev.spendlight.reports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/// Goes from one row's opening bracket to the next.
final class JsonRows {
  private final JsonParser json;
  private boolean begun;
  private boolean inArray;

  JsonRows(JsonParser json) {
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

  /// Whether rows stand in an array, and not one a line.
  boolean inArray() {
    return inArray;
  }
}
