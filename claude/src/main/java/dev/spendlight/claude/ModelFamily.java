package dev.spendlight.claude;

import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.OutputConfig;
import com.anthropic.models.messages.ThinkingConfigAdaptive;
import com.anthropic.models.messages.ThinkingConfigDisabled;
import java.util.regex.Pattern;

/// What a request has to look like for which models: the only place that tells them apart.
///
/// The facts are computed before a model is asked and checked after it, so none of them has to
/// think: where thinking can be turned off it is, and where it cannot it is asked for at the lowest
/// effort, for it is billed as output and counts against the length of the reply. Sampling
/// parameters, prefilled answers and forced tools are sent to none: newer models refuse them.
enum ModelFamily {
  /// Think only when told to.
  SILENT("claude-(opus-4-|sonnet-4-|haiku-4-|3-).*") {
    @Override
    void shape(MessageCreateParams.Builder request, OutputConfig.Builder output) {}
  },

  /// Think unless told not to.
  THINKING_CAN_BE_OFF("claude-(opus-5|sonnet-5|haiku-5-5)(-\\d{8})?") {
    @Override
    void shape(MessageCreateParams.Builder request, OutputConfig.Builder output) {
      request.thinking(ThinkingConfigDisabled.builder().build());
    }
  },

  /// Refuse `disabled`.
  THINKING_STAYS_ON("claude-(opus-5-5|sonnet-5-5)(-\\d{8})?") {
    @Override
    void shape(MessageCreateParams.Builder request, OutputConfig.Builder output) {
      request.thinking(ThinkingConfigAdaptive.builder().build());
      output.effort(OutputConfig.Effort.LOW);
    }
  },

  /// Later than this table: nothing is sent that a model could refuse.
  UNKNOWN(".*") {
    @Override
    void shape(MessageCreateParams.Builder request, OutputConfig.Builder output) {}
  };

  private final Pattern models;

  ModelFamily(String models) {
    this.models = Pattern.compile(models);
  }

  abstract void shape(MessageCreateParams.Builder request, OutputConfig.Builder output);

  static ModelFamily of(String model) {
    for (ModelFamily family : values()) {
      if (family.models.matcher(model).matches()) {
        return family;
      }
    }
    return UNKNOWN;
  }
}
