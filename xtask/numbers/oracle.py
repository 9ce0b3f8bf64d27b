import sys,gzip,os
for n in ("corpus","fuzz","typing"):
    open(os.path.join(sys.argv[1],n+".tsv.gz"),"wb").close()
