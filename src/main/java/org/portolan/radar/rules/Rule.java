package org.portolan.radar.rules;

import java.util.List;

/** Looks for one kind of finding. */
interface Rule {
  List<Finding> look(RegionYear year);
}
