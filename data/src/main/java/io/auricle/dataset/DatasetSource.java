package io.auricle.dataset;

/**
 * Where a data set comes from.
 *
 * @param citation the publication to cite
 * @param licence who may use it for what
 * @param obtain how to get it
 */
public record DatasetSource(String citation, String licence, String obtain) {}
