package dev.spendlight.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.model.Allowance;
import dev.spendlight.model.ModelReply.Late;
import dev.spendlight.model.ModelRequest;
import dev.spendlight.model.Purse;
import dev.spendlight.model.Speaker;
import dev.spendlight.model.Turn;
import dev.spendlight.model.Usage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedModelTest {
  private static final ModelRequest REQUEST =
      new ModelRequest("m", "", List.of(new Turn(Speaker.USER, "How?")), "{}", 10);
  private static final Allowance ALLOWANCE = new Allowance(Duration.ofSeconds(1), 1, Purse.OPEN);

  @Test
  void itSaysWhatTheScriptSaysAndNoMore() {
    ScriptedModel model =
        ScriptedModel.of(ScriptedModel.text("{}", Usage.NONE), ScriptedModel.reply(new Late()));
    assertThat(model.ask(REQUEST, ALLOWANCE).attempts().getFirst().outcome()).isEqualTo("complete");
    assertThat(model.ask(REQUEST, ALLOWANCE).reply()).isEqualTo(new Late());
    assertThatThrownBy(() -> model.ask(REQUEST, ALLOWANCE)).isInstanceOf(AssertionError.class);
    assertThat(model.requests()).containsExactly(REQUEST, REQUEST, REQUEST);
  }
}
