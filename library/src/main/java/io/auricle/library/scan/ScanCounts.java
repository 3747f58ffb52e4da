package io.auricle.library.scan;

/**
 * What a scan did.
 *
 * @param heard files that models listened to
 * @param known files whose sound was known: moved, copied or with other tags
 * @param unchanged files that were not opened
 * @param faulty files that failed before and did not change; not tried again
 * @param failed files that could not be heard now
 * @param left files that did not answer: for the next scan, as if this one had not been
 * @param removed files that are not there any more
 */
public record ScanCounts(
    int heard, int known, int unchanged, int faulty, int failed, int left, int removed) {}
