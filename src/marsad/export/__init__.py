"""What leaves marsad: records in the formats of other tools, safe by default."""
