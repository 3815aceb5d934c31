import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks for fresh analyses, all at the same time: `WaitingPosts PORT POSTS ACCOUNTS`, of the accounts `a1` and on in turn.
///
/// Each is a connection of its own. Prints how they were answered, and how many were waiting at a time.
public final class WaitingPosts {
  private static final Pattern SOURCE = Pattern.compile("\"source\" ?: ?\"([a-z]+)\"");
  private static final Pattern BECAUSE = Pattern.compile("\"degraded_because\" ?: ?(\\[[^]]*])");
  private static final String LENGTH = "content-length:";
  private static final int CONNECTING_AT_ONCE = 64;
  private static final int PATIENCE_MILLIS = 240_000;

  private WaitingPosts() {}

  public static void main(String[] arguments) throws InterruptedException {
    int port = Integer.parseInt(arguments[0]);
    int posts = Integer.parseInt(arguments[1]);
    int accounts = Integer.parseInt(arguments[2]);
    Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();
    Map<Long, LongAdder> seconds = new TreeMap<>();
    AtomicInteger waiting = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Semaphore connecting = new Semaphore(CONNECTING_AT_ONCE);
    CountDownLatch done = new CountDownLatch(posts);
    long begin = System.nanoTime();
    for (int i = 0; i < posts; i++) {
      String account = "a" + (i % accounts + 1);
      Thread.ofVirtual()
          .start(
              () -> {
                String answer;
                try (Socket socket = new Socket()) {
                  connecting.acquire();
                  try {
                    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                    socket.setSoTimeout(PATIENCE_MILLIS);
                    socket.getOutputStream().write(request(account, port));
                  } finally {
                    connecting.release();
                  }
                  most.accumulateAndGet(waiting.incrementAndGet(), Math::max);
                  try {
                    answer = answer(socket);
                  } finally {
                    waiting.decrementAndGet();
                  }
                } catch (IOException e) {
                  answer = "failed: " + e.getMessage();
                } catch (InterruptedException e) {
                  answer = "interrupted";
                }
                answers.computeIfAbsent(answer, any -> new LongAdder()).increment();
                long after = (System.nanoTime() - begin) / 1_000_000_000;
                synchronized (seconds) {
                  seconds.computeIfAbsent(after / 10 * 10, any -> new LongAdder()).increment();
                }
                done.countDown();
              });
    }
    done.await();
    System.out.printf("%d of %d were waiting at the same time; the last was answered after %.0f s%n",
        most.get(), posts, (System.nanoTime() - begin) / 1e9);
    answers.forEach((answer, count) -> System.out.printf("%6d  %s%n", count.sum(), answer));
    System.out.println("answered, by the ten seconds in which they were: " + seconds);
  }

  private static byte[] request(String account, int port) {
    return ("POST /v1/accounts/%s/analysis HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Length: 0\r\n"
            + "Connection: close\r\n\r\n")
        .formatted(account, port)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String answer(Socket socket) throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream(), 1024);
    String status = line(in);
    if (status.isEmpty()) {
      return "closed without an answer";
    }
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
        length = Integer.parseInt(line.substring(LENGTH.length()).strip());
      }
    }
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return status + first(SOURCE, body, " by ") + first(BECAUSE, body, " because ");
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  private static String first(Pattern pattern, String text, String before) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? before + matcher.group(1).replaceAll("\\s", "") : "";
  }
}
