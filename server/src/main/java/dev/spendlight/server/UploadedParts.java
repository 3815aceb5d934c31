package dev.spendlight.server;

import io.helidon.http.HeaderNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.ParameterParser;

/// Reads the body of an upload into its files: either it is one, or `multipart/form-data` with any
/// number.
final class UploadedParts {
  private static final String MULTIPART = "multipart/form-data";
  private static final int MOST_BYTES_OF_HEADERS = 8 << 10;
  private static final int LONGEST_NAME = 120;
  private static final String UNNAMED = "report";

  private UploadedParts() {}

  /// @throws Refusal when it is neither
  static void receive(Call call, Upload upload) {
    try {
      String type = call.header(HeaderNames.CONTENT_TYPE);
      if (type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
        receiveParts(boundary(type), call.requestBody().open(), upload);
      } else {
        String name =
            call.parameter("name")
                .or(() -> fileName(call.header(HeaderNames.CONTENT_DISPOSITION)))
                .orElse(UNNAMED);
        upload.add(safe(name), call.requestBody().open());
      }
    } catch (FileUploadException e) {
      throw Refusal.badRequest(
          "The multipart body is damaged or ends too early; send it again as multipart/form-data.");
    } catch (IOException e) {
      throw Refusal.badRequest("The body is damaged or ends too early; send it again.");
    }
  }

  private static void receiveParts(byte[] boundary, InputStream body, Upload upload)
      throws IOException {
    MultipartInput parts =
        MultipartInput.builder()
            .setInputStream(body)
            .setBoundary(boundary)
            .setMaxPartHeaderSize(MOST_BYTES_OF_HEADERS)
            .get();
    for (boolean more = parts.skipPreamble(); more; more = parts.readBoundary()) {
      Optional<String> name = fileName(disposition(parts.readHeaders()));
      if (name.isPresent()) {
        try (InputStream part = parts.newInputStream()) {
          upload.add(safe(name.get()), part);
        }
      } else {
        parts.discardBodyData();
      }
    }
  }

  private static byte[] boundary(String type) {
    Map<String, String> parameters = parser().parse(type, ';');
    String boundary = parameters.get("boundary");
    if (!type.toLowerCase(Locale.ROOT).startsWith(MULTIPART) || boundary == null) {
      throw Refusal.badRequest(
          "Several files are sent as multipart/form-data, with its boundary in Content-Type.");
    }
    return boundary.getBytes(StandardCharsets.ISO_8859_1);
  }

  /// The line of a part's headers that may name its file.
  private static String disposition(String headers) {
    return headers
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-disposition:"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("");
  }

  private static Optional<String> fileName(String disposition) {
    return disposition.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(parser().parse(disposition, ';').get("filename"));
  }

  private static ParameterParser parser() {
    ParameterParser parser = new ParameterParser();
    parser.setLowerCaseNames(true);
    return parser;
  }

  /// The name alone, without folders and what cannot be shown, the end of a long one.
  static String safe(String given) {
    String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String shown = name.replaceAll("\\p{C}", "").strip();
    if (shown.isEmpty()) {
      return UNNAMED;
    }
    return shown.substring(Math.max(0, shown.length() - LONGEST_NAME));
  }
}
