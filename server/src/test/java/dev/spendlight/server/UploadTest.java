package dev.spendlight.server;

import static dev.spendlight.server.Answers.document;
import static dev.spendlight.server.Answers.json;
import static dev.spendlight.server.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spendlight.document.DocumentKind;
import dev.spendlight.document.Schemas;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.ReportImporter.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UploadTest {
  private static final String PATH = "/v1/accounts/new/reports";
  private static final int LIMIT = 100_000;

  private final FakeImporter importer = new FakeImporter();
  private ServerUnderTest server;

  @BeforeEach
  void start() {
    server = new ServerUnderTest();
    server.importer = importer;
    server.options = server.options.withUploadBytes(LIMIT);
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
    assertThat(importer.requests)
        .flatExtracting(Request::files)
        .allSatisfy(file -> assertThat(file.getParent()).doesNotExist());
  }

  @Test
  void aBodyIsAFileWithTheNameThatIsGiven() {
    JsonNode named =
        document(DocumentKind.IMPORT, upload(PATH + "?name=may.csv", BodyPublishers.ofString("a")));
    assertThat(named.at("/files/0/file").textValue()).isEqualTo("may.csv");
    assertThat(named.at("/files/0/status").textValue()).isEqualTo("imported");

    HttpRequest.Builder described =
        server
            .request(PATH)
            .header("Content-Disposition", "attachment; filename=\"../../etc/june report.csv\"")
            .POST(BodyPublishers.ofString("b"));
    assertThat(fileNames(server.send(described))).containsExactly("june report.csv");
    assertThat(fileNames(upload(PATH, BodyPublishers.ofString("c")))).containsExactly("report");
    assertThat(importer.contents).containsExactly("a", "b", "c");
  }

  @Test
  void theDayOfThePullAndTheDaysCoveredArePassedOn() {
    upload(
        PATH + "?snapshot=2026-03-20&from=2026-03-01&to=2026-03-19", BodyPublishers.ofString("a"));
    upload(PATH, BodyPublishers.ofString("a"));

    Request first = importer.requests.getFirst();
    assertThat(first.account().value()).isEqualTo("new");
    assertThat(first.pulled()).isEqualTo("2026-03-20");
    assertThat(first.covers())
        .contains(new DateRange(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-19")));
    assertThat(importer.requests.getLast().pulled()).isEqualTo("2026-04-01");
    assertThat(importer.requests.getLast().covers()).isEqualTo(Optional.empty());
  }

  @Test
  void aPackedBodyIsUnpackedAndAPackedFileIsLeftToTheImporter() {
    byte[] plain = "campaign,clicks\n".repeat(100).getBytes(StandardCharsets.UTF_8);
    byte[] packed = Compression.gzip(plain);
    HttpRequest.Builder encoded =
        server
            .request(PATH)
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofByteArray(packed));
    assertThat(server.send(encoded).statusCode()).isEqualTo(200);
    upload(PATH + "?name=a.csv.gz", BodyPublishers.ofByteArray(packed));

    assertThat(importer.contents)
        .containsExactly(
            new String(plain, StandardCharsets.ISO_8859_1),
            new String(packed, StandardCharsets.ISO_8859_1));
  }

  @Test
  void severalFilesComeAsAForm() {
    HttpResponse<String> response = form("a.csv", "first", "b.zip", "bad second", "c.csv", "third");

    JsonNode result = document(DocumentKind.IMPORT, response);
    assertThat(fileNames(response)).containsExactly("a.csv", "b.zip", "c.csv");
    assertThat(result.at("/files/1/error").textValue())
        .isEqualTo("b.zip is no report; export it again.");
    assertThat(importer.contents).containsExactly("first", "bad second", "third");
    assertThat(server.meters.counter("spendlight.imports", "outcome", "imported").count())
        .isEqualTo(2);
    assertThat(server.meters.counter("spendlight.imports", "outcome", "refused").count())
        .isEqualTo(1);
  }

  @Test
  void aFormMayHoldMoreFilesThanTen() {
    String[] files = new String[24];
    for (int i = 0; i < 12; i++) {
      files[2 * i] = "file-" + i;
      files[2 * i + 1] = "content " + i;
    }
    assertThat(fileNames(form(files)))
        .startsWith("file-0", "file-1")
        .endsWith("file-9", "file-10", "file-11");
  }

  @Test
  void whereNoFileIsUsableTheResultIsToldWith422() {
    HttpResponse<String> response = form("a.csv", "bad", "b.csv", "bad too");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(new Schemas().breaches(DocumentKind.IMPORT, response.body())).isEmpty();
    assertThat(response.body()).doesNotContain("spendlight-upload");
  }

  @Test
  void anUploadBeyondTheLimitIsRefusedAndReachesNobody() {
    byte[] tooMuch = new byte[LIMIT + 1];
    problem(413, upload(PATH, BodyPublishers.ofByteArray(tooMuch)))
        .isEqualTo("One upload may hold at most 100,000 bytes; send fewer files at once.");
    problem(413, upload(PATH, chunked(tooMuch)));
    problem(
        413,
        server.send(
            server
                .request(PATH)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(Compression.gzip(tooMuch)))));
    assertThat(importer.requests).isEmpty();
    assertThat(upload(PATH, chunked(new byte[LIMIT])).statusCode()).isEqualTo(200);
  }

  @Test
  void aBodyThatIsNoFormOrDamagedIsRefused() {
    problem(400, typed("multipart/form-data", "x"))
        .isEqualTo(
            "Several files are sent as multipart/form-data, with its boundary in Content-Type.");
    problem(400, typed("multipart/mixed; boundary=x", "--x--\r\n"));
    problem(400, typed("multipart/form-data; boundary=x", "--y\r\nnothing"))
        .isEqualTo(
            "There is no file in the body; send one as it is, or several as multipart/form-data.");
    problem(
            400,
            typed(
                "multipart/form-data; boundary=x",
                "--x\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\ncut"))
        .isEqualTo(
            "The multipart body is damaged or ends too early; send it again as"
                + " multipart/form-data.");
    problem(
            400,
            typed(
                "multipart/form-data; boundary=x",
                "--x\r\nContent-Disposition: form-data; name=f\r\n\r\nno file\r\n--x--\r\n"))
        .startsWith("There is no file");
    HttpRequest.Builder notPacked =
        server.request(PATH).header("Content-Encoding", "gzip").POST(BodyPublishers.ofString("x"));
    problem(400, server.send(notPacked))
        .isEqualTo("The body is not packed as its Content-Encoding says.");
    assertThat(importer.requests).isEmpty();
  }

  @Test
  void nothingOfARefusedUploadIsLeftBehind() throws IOException {
    List<Path> before = folders();
    typed("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; filename=a");
    upload(PATH, chunked(new byte[LIMIT + 1]));
    assertThat(folders()).isEqualTo(before);
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(each -> each.getFileName().toString().startsWith("spendlight-upload-"))
          .toList();
    }
  }

  private HttpResponse<String> upload(String path, BodyPublisher body) {
    return server.send(server.request(path).POST(body));
  }

  private HttpResponse<String> typed(String type, String body) {
    return server.post(PATH, body, "Content-Type", type);
  }

  private HttpResponse<String> form(String... namesAndContents) {
    StringBuilder body = new StringBuilder("a preamble\r\n");
    for (int i = 0; i < namesAndContents.length; i += 2) {
      body.append("--limit\r\nContent-Disposition: form-data; name=\"files\"; filename=\"")
          .append(namesAndContents[i])
          .append("\"\r\nContent-Type: text/csv\r\n\r\n")
          .append(namesAndContents[i + 1])
          .append("\r\n");
    }
    return typed("multipart/form-data; boundary=\"limit\"", body + "--limit--\r\n");
  }

  private static BodyPublisher chunked(byte[] body) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
  }

  private static List<String> fileNames(HttpResponse<String> response) {
    return json(response.body())
        .at("/files")
        .valueStream()
        .map(f -> f.get("file").textValue())
        .toList();
  }
}
