package dev.spendlight.service;

import dev.spendlight.log.Exchange.Asked;
import dev.spendlight.log.Exchange.Subject;
import dev.spendlight.log.ExchangeId;
import dev.spendlight.log.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// A logged reply, as it was judged then and as it is judged now.
///
/// @param reply its kind, see [dev.spendlight.model.ModelReply#key()]
/// @param verdict what became of it then
/// @param basis whether it could be held against what it was about
public record Replay(
    ExchangeId id,
    Instant at,
    Subject subject,
    Asked asked,
    String reply,
    Verdict verdict,
    Basis basis,
    Outcome then,
    Outcome now) {

  /// What a reply is good for by itself, whatever an answer made of it.
  public sealed interface Outcome {
    /// It is true as a whole.
    record Accepted() implements Outcome {}

    /// @param violations one sentence each, with aliases and not names
    record Refused(List<String> violations) implements Outcome {
      public Refused {
        violations = List.copyOf(violations);
      }
    }

    /// It is a draft by its form; nothing is known of its truth.
    record Unverified() implements Outcome {}

    /// There is no text to be judged.
    record Nothing() implements Outcome {}

    default List<String> sentences() {
      return this instanceof Refused(List<String> violations) ? violations : List.of();
    }

    /// As in JSON documents.
    default String key() {
      return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
  }

  /// What a model is told today of the same account and day.
  public enum Basis {
    /// The very words it was told then, so aliases and facts agree.
    SAME,
    /// The prompt was written by another template.
    OTHER_TEMPLATE,
    /// Reports or settings of the account are not what they were.
    OTHER_DATA,
    /// The same data is judged or told otherwise.
    OTHER_CODE,
    ACCOUNT_GONE,
    /// The account is there and has nothing of that day.
    NO_DATA;

    /// As in JSON documents.
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// From then to now.
  public enum Change {
    SAME,
    NEWLY_ACCEPTED,
    NEWLY_REFUSED,
    /// Refused then and now, for another reason.
    OTHER_VIOLATIONS,
    /// It can still be read, and nothing more can be said.
    ONLY_READ,
    /// There never was a text.
    NOTHING_TO_READ;

    /// As in JSON documents.
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Change change() {
    return switch (now) {
      case Outcome.Nothing _ -> Change.NOTHING_TO_READ;
      case Outcome.Unverified _ -> Change.ONLY_READ;
      case Outcome.Accepted _ ->
          then instanceof Outcome.Accepted ? Change.SAME : Change.NEWLY_ACCEPTED;
      case Outcome.Refused _ ->
          then.equals(now)
              ? Change.SAME
              : then instanceof Outcome.Refused ? Change.OTHER_VIOLATIONS : Change.NEWLY_REFUSED;
    };
  }
}
