print("schema-compiler: nothing here yet")
