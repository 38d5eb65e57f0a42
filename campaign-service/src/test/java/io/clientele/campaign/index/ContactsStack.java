package io.clientele.campaign.index;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import io.clientele.campaign.effect.EffectStack;
import io.clientele.localstack.SharedStack;

/** Points the service under test at a real PostgreSQL and a real Elasticsearch. */
public class ContactsStack extends EffectStack {

    @Override
    public Map<String, String> start() {
        URI elasticsearch = SharedStack.elasticsearch().uri();
        Map<String, String> settings = new HashMap<>(super.start());
        settings.put("quarkus.elasticsearch.hosts", elasticsearch.getHost() + ":" + elasticsearch.getPort());
        settings.put("clientele.contacts-index.bulk-contacts", "5");
        settings.put("clientele.contacts-index.longest-retry", "500ms");
        return settings;
    }
}
