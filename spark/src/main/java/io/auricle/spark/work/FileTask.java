package io.auricle.spark.work;

import io.auricle.spark.input.FileColumns;
import io.auricle.spark.input.SharedConfiguration;
import io.auricle.spark.output.ResultTable;
import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;

/**
 * What any work on files needs.
 *
 * @param columns where the input says what its files are
 * @param table the columns of what comes out
 * @param limits what one file may cost
 * @param hadoop settings that files are opened with
 * @param meters learn of each file
 */
public record FileTask(
    FileColumns columns,
    ResultTable table,
    SoundLimits limits,
    Broadcast<SharedConfiguration> hadoop,
    Meters meters)
    implements Serializable {
  private static final long serialVersionUID = 1L;
}
