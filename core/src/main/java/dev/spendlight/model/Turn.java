package dev.spendlight.model;

/// One turn of a conversation.
public record Turn(Speaker speaker, String text) {}
