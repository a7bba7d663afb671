package io.github.orgswitcher.demo;

import java.io.IOException;
import java.util.Optional;

/** Finds what a small web server answers. */
@FunctionalInterface
interface Pages {

    /**
     * The answer to a path.
     *
     * @param path the path of the request, decoded
     * @return the answer; empty where there is no such page
     * @throws IOException where it cannot be made
     */
    Optional<Answer> find(String path) throws IOException;
}
