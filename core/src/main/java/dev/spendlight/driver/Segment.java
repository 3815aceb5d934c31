package dev.spendlight.driver;

/// One part of a whole in two periods: a campaign of an account, a keyword of a campaign.
///
/// @param key whatever the caller knows it by; it comes back with the contribution
/// @param <K> its type
public record Segment<K>(K key, Sums before, Sums after) {}
