package org.portolan.platform.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.portolan.platform.persistence.Slice;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/**
 * The rows of a work table, read page by page: what the table asks of PrimeFaces in the words in
 * which services are asked. Filters are not among it: they stand in the address of the page.
 */
public final class LazyRows<T> extends LazyDataModel<T> {
  private static final long serialVersionUID = 1L;

  private final transient LongSupplier total;
  private final transient Function<Slice, List<T>> rows;

  /**
   * @param total how many rows there are
   * @param rows reads some of them
   */
  public LazyRows(LongSupplier total, Function<Slice, List<T>> rows) {
    this.total = total;
    this.rows = rows;
  }

  @Override
  public int count(Map<String, FilterMeta> filters) {
    return Math.toIntExact(total.getAsLong());
  }

  @Override
  public List<T> load(
      int first, int size, Map<String, SortMeta> sort, Map<String, FilterMeta> filters) {
    return rows.apply(
        sort.values().stream()
            .findFirst()
            .map(by -> new Slice(first, size, by.getField(), by.getOrder().isAscending()))
            .orElseGet(() -> new Slice(first, size, null, true)));
  }
}
