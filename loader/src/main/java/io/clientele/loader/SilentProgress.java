package io.clientele.loader;

import java.time.Duration;

import io.clientele.loader.source.EventSource;

final class SilentProgress implements Progress {

    @Override
    public void started(EventSource source, long continuedAfterLine) {}

    @Override
    public void advanced(long position, long answered, long badRows) {}

    @Override
    public void waiting(Duration pause, String reason) {}

    @Override
    public void finished(LoadReport report) {}
}
