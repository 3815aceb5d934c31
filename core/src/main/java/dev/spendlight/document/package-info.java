/// The JSON documents of the contract, written once for the command line and HTTP.
///
/// In: the service's results. Out: text that the schemas beside this package (`*.schema.json`)
/// describe. Uses all packages before it and Jackson's streaming writer.
@NullMarked
package dev.spendlight.document;

import org.jspecify.annotations.NullMarked;
