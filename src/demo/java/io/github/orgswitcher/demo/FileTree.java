package io.github.orgswitcher.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What the demo does with whole folders. */
final class FileTree {

    private FileTree() {}

    /**
     * Deletes a folder with all that is in it.
     *
     * @param folder the folder; may be missing
     * @throws IOException where a file cannot be deleted
     */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> children;
        try (Stream<Path> all = Files.walk(folder)) {
            children = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : children) {
            Files.delete(path);
        }
    }

    /**
     * Copies all that is in a folder, over what is there.
     *
     * @param source the folder
     * @param target the folder to copy into; is made where it is missing
     * @throws IOException where a file cannot be read or written
     */
    static void copy(Path source, Path target) throws IOException {
        List<Path> children;
        try (Stream<Path> all = Files.walk(source)) {
            children = all.toList();
        }
        for (Path path : children) {
            Path copy = target.resolve(source.relativize(path));
            if (Files.isDirectory(path)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /**
     * Unpacks an archive; shell scripts become executable, which the JDK does not read from the archive.
     *
     * @param zip the archive
     * @param target the folder to make
     * @throws IOException where it cannot be read or written
     */
    static void unzip(Path zip, Path target) throws IOException {
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(file)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                unzip(entries, entry, target);
            }
        }
    }

    private static void unzip(ZipInputStream content, ZipEntry entry, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("The archive names a file outside of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        Files.copy(content, path);
        if (entry.getName().endsWith(".sh") && !path.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + path + " executable");
        }
    }
}
