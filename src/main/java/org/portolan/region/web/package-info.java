/** The public directory of regions, Members and centres. */
package org.portolan.region.web;
