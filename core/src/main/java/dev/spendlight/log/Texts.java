package dev.spendlight.log;

import dev.spendlight.model.ContentBlock;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.ModelRequest;
import java.util.List;

/// The words of an exchange: enough to read and check the reply again.
///
/// @param request with aliases, not names
/// @param reply as it came
/// @param violations what the checks found wrong with it, one sentence each
public record Texts(ModelRequest request, ModelReply reply, List<String> violations) {
  public Texts {
    violations = List.copyOf(violations);
  }

  /// In characters, about.
  public long size() {
    long size = (long) request.system().length() + request.schema().length();
    size += request.turns().stream().mapToLong(turn -> turn.text().length()).sum();
    size += violations.stream().mapToLong(String::length).sum();
    return size + size(reply);
  }

  private static long size(ModelReply reply) {
    return switch (reply) {
      case ModelReply.Complete complete -> size(complete.content());
      case ModelReply.Truncated truncated -> size(truncated.content());
      default -> 0;
    };
  }

  private static long size(List<ContentBlock> content) {
    return content.stream()
        .mapToLong(each -> each instanceof ContentBlock.Text(String text) ? text.length() : 0)
        .sum();
  }
}
