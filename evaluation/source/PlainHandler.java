import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The web server that Spendlight uses, with a handler that knows one answer: `PlainHandler HEADERS BODY PACKED`.
///
/// HEADERS is a file of `Name: value` lines, sent with each answer; PACKED is sent to who takes gzip. Prints its port.
public final class PlainHandler {
  private PlainHandler() {}

  public static void main(String[] arguments) throws IOException {
    List<Header> headers = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      String[] parts = line.split(": ", 2);
      HeaderName name = HeaderNames.create(parts[0]);
      headers.add(HeaderValues.createCached(name, parts[1]));
    }
    byte[] body = Files.readAllBytes(Path.of(arguments[1]));
    byte[] packed = Files.readAllBytes(Path.of(arguments[2]));
    Header gzip = HeaderValues.createCached(HeaderNames.CONTENT_ENCODING, "gzip");
    WebServer server =
        WebServer.builder()
            .address(InetAddress.getLoopbackAddress())
            .port(0)
            .connectionOptions(socket -> socket.tcpNoDelay(true))
            .useNio(false)
            .addProtocol(Http1Config.builder().sendKeepAliveHeader(false).build())
            .routing(
                HttpRouting.builder()
                    .any(
                        (request, response) -> {
                          headers.forEach(response.headers()::set);
                          if (request.headers().contains(HeaderNames.ACCEPT_ENCODING)) {
                            response.headers().set(gzip);
                            response.send(packed);
                          } else {
                            response.send(body);
                          }
                        }))
            .build()
            .start();
    System.out.println(server.port());
  }
}
