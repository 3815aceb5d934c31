package dev.spendlight.testing;

import dev.spendlight.model.Allowance;
import dev.spendlight.model.Attempt;
import dev.spendlight.model.ContentBlock;
import dev.spendlight.model.LanguageModel;
import dev.spendlight.model.ModelCall;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.ModelRequest;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.model.Usage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BiFunction;
import java.util.function.Function;

/// A model that says what a test wants, without a network. Threads may share one.
public final class ScriptedModel implements LanguageModel {
  private final BiFunction<ModelRequest, Allowance, ModelCall> answers;
  private final List<ModelRequest> requests = new ArrayList<>();
  private final List<Allowance> allowances = new ArrayList<>();

  private ScriptedModel(BiFunction<ModelRequest, Allowance, ModelCall> answers) {
    this.answers = answers;
  }

  /// Answers by what is asked.
  public static ScriptedModel by(Function<ModelRequest, ModelCall> answers) {
    return new ScriptedModel((request, allowance) -> answers.apply(request));
  }

  /// Answers by what is asked and what it may take.
  public static ScriptedModel by(BiFunction<ModelRequest, Allowance, ModelCall> answers) {
    return new ScriptedModel(answers);
  }

  /// Answers with these, in order; one question more is a fault of the test.
  public static ScriptedModel of(ModelCall... calls) {
    Queue<ModelCall> left = new ArrayDeque<>(List.of(calls));
    return new ScriptedModel((request, allowance) -> {
      synchronized (left) {
        if (left.isEmpty()) {
          throw new AssertionError("asked once more than the script has answers");
        }
        return left.remove();
      }
    });
  }

  /// A whole reply, in one attempt.
  ///
  /// @param usage as billed
  public static ModelCall text(String text, Usage usage) {
    return call(new ModelReply.Complete(List.of(new ContentBlock.Text(text))), Optional.of(usage));
  }

  /// Any reply, in one attempt of which no usage is known.
  public static ModelCall reply(ModelReply reply) {
    return call(reply, Optional.empty());
  }

  private static ModelCall call(ModelReply reply, Optional<Usage> usage) {
    Attempt attempt =
        new Attempt(
            reply.key(),
            usage,
            Optional.of("req_scripted"),
            Optional.of("scripted"),
            Duration.ofMillis(1));
    return new ModelCall(reply, List.of(attempt), Optional.of(NanoDollars.ZERO));
  }

  @Override
  public ModelCall ask(ModelRequest request, Allowance allowance) {
    synchronized (requests) {
      requests.add(request);
      allowances.add(allowance);
    }
    return answers.apply(request, allowance);
  }

  /// What each question was allowed to take.
  public List<Allowance> allowances() {
    synchronized (requests) {
      return List.copyOf(allowances);
    }
  }

  /// What it was asked, in order.
  public List<ModelRequest> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }
}
