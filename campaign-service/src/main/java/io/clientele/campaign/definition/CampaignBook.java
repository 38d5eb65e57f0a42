package io.clientele.campaign.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;

/** All campaigns as they stand, read anew only when one of them was changed. */
@ApplicationScoped
public class CampaignBook {

    private final CampaignStore store;
    private volatile @Nullable Edition last;

    CampaignBook(CampaignStore store) {
        this.store = store;
    }

    /**
     * All campaigns at one moment.
     *
     * @param campaigns by id
     */
    public record Edition(Sending sending, Map<String, StoredCampaign> campaigns) {

        /** Those in a state, by id. */
        public List<StoredCampaign> in(CampaignState state) {
            return campaigns.values().stream()
                    .filter(campaign -> campaign.state() == state)
                    .toList();
        }
    }

    /** The campaigns as the client sees them: within a transaction, as they are there. The same instance if nothing changed. */
    public Uni<Edition> current(SqlClient client) {
        return store.sending(client).chain(sending -> {
            Edition known = last;
            return known != null && known.sending().equals(sending)
                    ? Uni.createFrom().item(known)
                    : store.all(client).map(all -> edition(sending, all)).invoke(read -> last = read);
        });
    }

    private static Edition edition(Sending sending, List<StoredCampaign> all) {
        Map<String, StoredCampaign> campaigns = new LinkedHashMap<>();
        all.forEach(campaign -> campaigns.put(campaign.id(), campaign));
        return new Edition(sending, Collections.unmodifiableMap(campaigns));
    }
}
