/// The HTTP API: every answer of core for programs that are not Java, and the page for people.
///
/// In: an [io.helidon.webserver.http.ServerRequest]. Out: a [dev.spendlight.server.Reply], the same
/// for equal questions, which one place sends. [dev.spendlight.server.FrontDoor] is the path that
/// every request takes; start there, then read any of the classes that end in `Endpoints`.
@NullMarked
package dev.spendlight.server;

import org.jspecify.annotations.NullMarked;
