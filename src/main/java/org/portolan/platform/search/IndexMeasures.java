package org.portolan.platform.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portolan.platform.search.ChangeLog.Behind;
import org.portolan.platform.search.IndexTailer.Progress;
import org.portolan.platform.web.Measured;

/** How large the index of this node is, how far behind, and how fast it answers. */
@ApplicationScoped
class IndexMeasures implements Measured {
  private static final Logger LOG = Logger.getLogger(IndexMeasures.class.getName());
  private static final String SECONDS = "portolan_search_seconds";

  @Inject private Indexing indexing;
  @Inject private SearchIndex index;
  @Inject private SearchTimes times;

  @Override
  public void measure(StringBuilder into) {
    Measured.gauge(
        into,
        "portolan_index_ready",
        "Whether searches are answered, 1 or 0.",
        index.ready() ? 1 : 0);
    Measured.gauge(
        into, "portolan_index_documents", "Documents that searches find.", index.documents());
    Measured.gauge(into, "portolan_index_bytes", "Size of the index on disk.", index.bytes());
    Measured.gauge(
        into, "portolan_index_position", "Last change that is in the index.", index.position());
    try {
      Behind behind = indexing.behind();
      Measured.gauge(
          into,
          "portolan_index_queue",
          "Committed changes that are not in the index yet.",
          behind.changes());
      Measured.gauge(
          into,
          "portolan_index_lag_seconds",
          "Age of the oldest change that is not in the index yet.",
          behind.seconds());
    } catch (SQLException e) {
      LOG.log(Level.FINE, "How far the index is behind is not known now", e);
    }
    Progress building = indexing.progress().orElse(new Progress(0, 0));
    Measured.gauge(
        into,
        "portolan_index_building_items",
        "Items of an index that is being built; 0 while none is.",
        building.all());
    Measured.gauge(
        into, "portolan_index_building_done", "How many of them are in it.", building.done());
    Measured.counter(
        into, "portolan_index_built_total", "Indexes that were built.", indexing.built());
    Measured.counter(
        into,
        "portolan_search_refused_total",
        "Searches while there was no index to answer from.",
        times.timesRefused());
    into.append("# HELP ").append(SECONDS).append(" How long searches took.\n");
    into.append("# TYPE ").append(SECONDS).append(" histogram\n");
    times.write(SECONDS, into);
  }
}
