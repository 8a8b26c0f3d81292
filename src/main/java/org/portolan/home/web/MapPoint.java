package org.portolan.home.web;

/**
 * A body on a map.
 *
 * @param x in units of the map
 * @param kind code of its kind
 */
public record MapPoint(String code, String kind, String name, long x, long y) {}
