"""The actors that marsad knows: a dictionary, nations with the bodies of a state, names of persons."""
