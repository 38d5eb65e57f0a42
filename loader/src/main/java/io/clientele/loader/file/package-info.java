/**
 * Reading of input files in bounded memory: compression, lines, and records of CSV, where a broken record costs no more
 * than its own line.
 */
@NullMarked
package io.clientele.loader.file;

import org.jspecify.annotations.NullMarked;
