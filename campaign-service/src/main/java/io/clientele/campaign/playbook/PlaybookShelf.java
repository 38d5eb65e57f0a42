package io.clientele.campaign.playbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.json.JsonMapper;

/** All playbooks there are. */
@Singleton
class PlaybookShelf {

    private static final List<String> IDS = List.of("F1", "F3", "F5", "F9", "F14", "segment-offer");

    private final List<PlaybookFile> playbooks =
            IDS.stream().map(PlaybookShelf::read).toList();

    /** In the order in which they are shown. */
    List<PlaybookFile> all() {
        return playbooks;
    }

    Optional<PlaybookFile> find(String id) {
        return playbooks.stream().filter(playbook -> playbook.id().equals(id)).findFirst();
    }

    private static PlaybookFile read(String id) {
        try (InputStream file = PlaybookShelf.class.getResourceAsStream(id + ".json")) {
            if (file == null) {
                throw new IllegalStateException("the playbook " + id + " is missing");
            }
            return new JsonMapper().readValue(file, PlaybookFile.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the playbook " + id + " cannot be read", unreadable);
        }
    }
}
