/// Spendlight: an intelligence layer between advertising data and a language model.
///
/// The packages stand in the order in which the data flows, and each uses only those before it:
/// `account`, `metric`, `report`, `history`, `statistics`, `summary`, `driver`, `finding`, `fact`,
/// `analysis`, `prompt`, `model`, `reply`, `grounding`, `rules`, `limit`, `cache`, `log`,
/// `service`, `document`. The whole path is written down once, in `IntelligenceService.analyse`.
@NullMarked
package dev.spendlight;

import org.jspecify.annotations.NullMarked;
