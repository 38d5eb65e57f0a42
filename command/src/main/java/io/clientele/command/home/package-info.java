/**
 * The one ignored folder that holds everything the stack writes: data of the servers, logs, keys, remembered ports,
 * import checkpoints and the state that the supervisor publishes for the other commands.
 */
@NullMarked
package io.clientele.command.home;

import org.jspecify.annotations.NullMarked;
