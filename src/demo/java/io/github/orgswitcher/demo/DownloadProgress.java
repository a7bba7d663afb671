package io.github.orgswitcher.demo;

import java.util.function.Consumer;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;

/** Tells how far the download of a large file is, in steps of a tenth. */
final class DownloadProgress extends AbstractTransferListener {

    private static final int STEPS = 10;
    private static final long MEGABYTE = 1_000_000;

    private final String what;
    private final Consumer<String> progress;
    private long told;

    DownloadProgress(String what, Consumer<String> progress) {
        this.what = what;
        this.progress = progress;
    }

    @Override
    public void transferStarted(TransferEvent event) {
        long size = event.getResource().getContentLength();
        if (size > MEGABYTE) {
            told = 0;
            progress.accept("Downloading " + what + " (" + size / MEGABYTE + " MB, once)");
        }
    }

    @Override
    public void transferProgressed(TransferEvent event) {
        long size = event.getResource().getContentLength();
        // Checksums and descriptors come through here too.
        if (size <= MEGABYTE) {
            return;
        }
        long step = event.getTransferredBytes() * STEPS / size;
        if (step > told) {
            told = step;
            progress.accept("  " + event.getTransferredBytes() / MEGABYTE + " of " + size / MEGABYTE + " MB");
        }
    }
}
