package dev.spendlight.model;

import java.util.List;
import java.util.stream.Collectors;

/// A part of what a model wrote. Only [Text] is meant for the reader.
public sealed interface ContentBlock {
  record Text(String text) implements ContentBlock {}

  /// What a model thought before it answered; the words are not kept.
  record Thinking() implements ContentBlock {}

  /// @param type as the provider names it
  record Other(String type) implements ContentBlock {}

  /// The text blocks together.
  static String text(List<ContentBlock> content) {
    return content.stream()
        .filter(Text.class::isInstance)
        .map(each -> ((Text) each).text())
        .collect(Collectors.joining());
  }
}
