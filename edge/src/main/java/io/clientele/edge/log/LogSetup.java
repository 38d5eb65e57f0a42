package io.clientele.edge.log;

import java.util.logging.Handler;
import java.util.logging.Logger;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtHandler;

import io.quarkus.runtime.StartupEvent;

/** Puts the configured format into force. What stops the start before any bean is there is still told as text. */
@ApplicationScoped
class LogSetup {

    private final LogConfig config;
    private final String service;

    @Inject
    LogSetup(LogConfig config, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.config = config;
        this.service = service;
    }

    /** Before whatever else begins at start, so that all it says is in the same format. */
    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) StartupEvent event) {
        switch (config.format()) {
            case TEXT -> {}
            case JSON -> apply(Logger.getLogger("").getHandlers());
        }
    }

    private void apply(Handler[] handlers) {
        for (Handler handler : handlers) {
            if (handler instanceof ExtHandler outer && outer.getHandlers().length > 0) {
                apply(outer.getHandlers());
            } else {
                handler.setFormatter(new JsonLines(service));
            }
        }
    }
}
