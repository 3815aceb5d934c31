package dev.spendlight.claude;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.LogLevel;
import com.anthropic.core.RequestOptions;
import com.anthropic.core.Timeout;
import com.anthropic.core.http.HttpResponseFor;
import com.anthropic.core.http.Interceptor;
import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import java.io.IOException;
import java.time.Duration;

/// The SDK's client with everything turned off that it would do by itself: repeats, redirects, logs
/// and traces of prompts, keys found in the environment or in profile files.
final class Transport implements AutoCloseable {
  /// Whoever waits gives up first and interrupts; this ends what that does not reach.
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final AnthropicClient client;
  private final Duration connectTimeout;

  /// @throws IllegalArgumentException for an address that must not be spoken to from here
  Transport(ClaudeOptions options) {
    Address.require(options.baseUrl(), Address.loopbackOnly());
    connectTimeout = options.connectTimeout();
    client =
        AnthropicOkHttpClient.builder()
            .baseUrl(options.baseUrl().toString())
            .apiKey(options.apiKey().secret())
            .maxRetries(0)
            .timeout(timeout(options.attemptTimeout()))
            .maxIdleConnections(options.concurrent())
            .keepAliveDuration(Duration.ofMinutes(1))
            .logLevel(LogLevel.OFF)
            .openTelemetry(false)
            .addInterceptor(Interceptor.syncOnly(new BoundedExchange()))
            .build();
  }

  /// Sends once and waits.
  ///
  /// @throws IOException when no whole answer came
  Answer send(MessageCreateParams message, Duration limit) throws IOException {
    RequestOptions once =
        RequestOptions.builder().timeout(timeout(limit)).followRedirects(false).build();
    try (HttpResponseFor<Message> response =
        client.messages().withRawResponse().create(message, once)) {
      return new Answer(response.statusCode(), response.headers(), response.body().readAllBytes());
    } catch (AnthropicServiceException e) {
      return new Answer(e.statusCode(), e.headers(), new byte[0]);
    } catch (AnthropicIoException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }
  }

  private Timeout timeout(Duration limit) {
    Duration whole = limit.plus(GRACE);
    return Timeout.builder()
        .connect(connectTimeout)
        .read(whole)
        .write(whole)
        .request(whole)
        .build();
  }

  @Override
  public void close() {
    client.close();
  }
}
