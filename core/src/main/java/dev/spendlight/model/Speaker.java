package dev.spendlight.model;

/// Whose words a turn of a conversation are.
public enum Speaker {
  USER,
  ASSISTANT
}
