package dev.spendlight.testing.claude;

import dev.spendlight.model.Usage;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import jdk.net.ExtendedSocketOptions;

/// A Claude API on a free port of this machine.
///
/// Each request takes the next behaviour of the script, or the usual one once that is used up. It
/// is HTTP/1.1 over plain sockets with a virtual thread a connection: only so can it break off in
/// the middle of a byte count, and ten thousand requests take it seconds.
public final class StubClaude implements AutoCloseable {
  /// Requests that are kept; older ones are only counted.
  private static final int KEPT = 2_000;

  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Queue<Behaviour> script = new ConcurrentLinkedQueue<>();
  private final AtomicReference<Behaviour> usual = new AtomicReference<>(Replies.text("{}"));
  private final Deque<StubRequest> requests = new ArrayDeque<>();
  private final StubBooks books = new StubBooks();
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();

  /// What one request cost.
  public record Billed(String model, Usage usage) {}

  private StubClaude() throws IOException {
    server = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("stub-claude").start(this::accept);
  }

  public static StubClaude start() {
    try {
      return new StubClaude();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// To be given to a client as the provider's address.
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /// The next requests, in order.
  public StubClaude then(Behaviour... behaviours) {
    script.addAll(List.of(behaviours));
    return this;
  }

  /// Every request that the script does not answer.
  public StubClaude usually(Behaviour behaviour) {
    usual.set(behaviour);
    return this;
  }

  /// In the order in which they came; the last two thousand.
  public List<StubRequest> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  /// Waits until that many requests have come.
  public void await(int least) throws InterruptedException {
    synchronized (requests) {
      while (count.get() < least) {
        requests.wait();
      }
    }
  }

  /// Requests so far.
  public int count() {
    return count.get();
  }

  /// The largest number of requests that were being answered at a time.
  public int mostAtOnce() {
    return mostAtOnce.get();
  }

  /// What has to be paid, whether or not the answer arrived.
  public List<Billed> billed() {
    return books.billed();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().name("stub-claude-connection").start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = new BufferedOutputStream(socket.getOutputStream())) {
      socket.setTcpNoDelay(true);
      boolean more = true;
      while (more) {
        acknowledgeAtOnce(socket);
        Optional<StubRequest> request = RequestReader.read(in);
        if (request.isEmpty()) {
          return;
        }
        more = answer(request.get(), socket, in, out);
      }
    } catch (IOException e) {
      // The client left, or the stub was closed: nobody is there to be told.
    } finally {
      open.remove(socket);
    }
  }

  /// A client may send a request in pieces and hold one back until the last is acknowledged (OkHttp
  /// does), which Linux puts off for 40 ms. It forgets this option, so it is set for each request.
  private static void acknowledgeAtOnce(Socket socket) throws IOException {
    if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
      socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
    }
  }

  private boolean answer(StubRequest request, Socket socket, InputStream in, OutputStream out)
      throws IOException {
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    try {
      StubResponse response =
          new StubResponse(socket, in, out, "req_stub_" + count.incrementAndGet(), books);
      keep(request);
      Behaviour next = script.poll();
      (next == null ? usual.get() : next).answer(request, response);
      return response.reusable();
    } finally {
      atOnce.decrementAndGet();
    }
  }

  private void keep(StubRequest request) {
    synchronized (requests) {
      if (requests.size() == KEPT) {
        requests.removeFirst();
      }
      requests.add(request);
      requests.notifyAll();
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
