package org.portolan.office;

import java.util.List;

/**
 * Who decides for a Member now.
 *
 * @param names of its National Coordinators and their deputies, or of those who approve instead
 * @param fallback whether the Member has no National Coordinator
 */
public record Approvers(List<String> names, boolean fallback) {}
