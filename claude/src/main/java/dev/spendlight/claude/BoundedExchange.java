package dev.spendlight.claude;

import com.anthropic.core.RequestOptions;
import com.anthropic.core.http.Headers;
import com.anthropic.core.http.HttpClient;
import com.anthropic.core.http.HttpClientExecute;
import com.anthropic.core.http.HttpRequest;
import com.anthropic.core.http.HttpRequestBody;
import com.anthropic.core.http.HttpResponse;
import com.anthropic.errors.AnthropicIoException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Stands between the SDK and its HTTP client: one request is one request, and an answer is read
/// whole, up to a limit, before anybody looks at it. So memory is bounded, the connection is given
/// back whatever the SDK does with an error, and a cut answer is known as one.
final class BoundedExchange implements HttpClientExecute {
  /// Bytes of a message. The longest reply a model can write is well below.
  static final int MOST_BYTES = 4 << 20;

  /// Bytes of an error that are kept; the rest says nothing more.
  private static final int MOST_OF_ERROR = 64 << 10;

  @Override
  public HttpResponse execute(HttpClient next, HttpRequest request, RequestOptions options) {
    HttpRequest once =
        request
            .body()
            .map(body -> request.toBuilder().body(new SentOnce(body)).build())
            .orElse(request);
    try (HttpResponse response = next.execute(once, options)) {
      boolean success = response.statusCode() / 100 == 2;
      int limit = success ? MOST_BYTES : MOST_OF_ERROR;
      byte[] body = response.body().readNBytes(limit + 1);
      if (success && body.length > limit) {
        throw new AnthropicIoException("The answer is too large.", new TooLarge());
      }
      return new Kept(response.statusCode(), response.headers(), body);
    } catch (IOException e) {
      throw new AnthropicIoException("The answer broke off.", e);
    }
  }

  /// An answer beyond the limit.
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;
  }

  /// Below the SDK, OkHttp repeats a request by itself after a 503 that says `retry-after: 0`,
  /// unless its body can be had only once.
  private record SentOnce(HttpRequestBody body) implements HttpRequestBody {
    @Override
    public void writeTo(OutputStream out) {
      body.writeTo(out);
    }

    @Override
    public String contentType() {
      return "application/json";
    }

    @Override
    public long contentLength() {
      return body.contentLength();
    }

    @Override
    public boolean repeatable() {
      return false;
    }

    @Override
    public void close() {
      body.close();
    }
  }

  private static final class Kept implements HttpResponse {
    private final int status;
    private final Headers headers;
    private final byte[] body;

    Kept(int status, Headers headers, byte[] body) {
      this.status = status;
      this.headers = headers;
      this.body = body;
    }

    @Override
    public int statusCode() {
      return status;
    }

    @Override
    public Headers headers() {
      return headers;
    }

    @Override
    public InputStream body() {
      return new ByteArrayInputStream(body);
    }

    @Override
    public void close() {}
  }
}
