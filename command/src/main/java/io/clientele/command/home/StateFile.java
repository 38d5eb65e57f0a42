package io.clientele.command.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Writes the supervisor's state and reads it back. */
public final class StateFile {
    // A state of another version of Clientele must still tell which processes to look for.
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Home home;

    public StateFile(Home home) {
        this.home = home;
    }

    public void write(StackState state) throws IOException {
        PrivateFiles.write(home.state(), JSON.writeValueAsString(state));
        PrivateFiles.write(
                home.supervisorPid(), Long.toString(state.supervisor().pid()));
    }

    /** The last published state, whether or not its supervisor still lives. */
    public Optional<StackState> last() {
        try {
            return Optional.of(JSON.readValue(Files.readString(home.state()), StackState.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw CommandFailure.failed(home.state() + " is damaged; delete it once no process of Clientele runs", e);
        } catch (IOException e) {
            throw CommandFailure.failed("cannot read " + home.state() + " (" + e.getMessage() + ")", e);
        }
    }

    /** The state of a stack whose supervisor lives. */
    public Optional<StackState> running() {
        return last().filter(state -> state.supervisor().find().isPresent());
    }

    /** As {@link #running}, where a command makes no sense without a stack. */
    public StackState required() {
        return running().orElseThrow(CommandFailure::notRunning);
    }

    /** After an orderly stop there is nothing to look for. */
    public void clear() throws IOException {
        Files.deleteIfExists(home.supervisorPid());
        Files.deleteIfExists(home.state());
    }
}
