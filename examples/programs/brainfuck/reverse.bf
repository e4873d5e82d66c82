Writes what it reads backwards
>,[>,]<[.<]
