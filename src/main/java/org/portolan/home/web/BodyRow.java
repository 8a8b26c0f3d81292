package org.portolan.home.web;

/**
 * A body in a list.
 *
 * @param kind code of its kind
 * @param place may be empty
 * @param languages their names; may be empty
 * @param at latitude and longitude, for the map that a script draws; may be empty
 */
public record BodyRow(
    String code, String kind, String name, String place, String languages, String at) {}
