package dev.spendlight.service;

import dev.spendlight.limit.ModelSlots;
import dev.spendlight.limit.ModelSlots.Slot;
import dev.spendlight.model.Allowance;
import dev.spendlight.model.LanguageModel;
import dev.spendlight.model.ModelCall;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.ModelRequest;
import java.util.Optional;

/// A model that is asked by so many at a time; nobody waits for his turn.
public record SlottedModel(LanguageModel model, ModelSlots slots) implements LanguageModel {

  @Override
  public ModelCall ask(ModelRequest request, Allowance allowance) {
    Optional<Slot> slot = slots.take();
    if (slot.isEmpty()) {
      return ModelCall.unsent(new ModelReply.Busy(Optional.empty()));
    }
    try (Slot _ = slot.get()) {
      return model.ask(request, allowance);
    }
  }
}
