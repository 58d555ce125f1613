/** Prisma's adapter for PostgreSQL, with what its engine for migrations needs and it does not do. */
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, DriverAdapterError, type SqlQuery } from "@prisma/driver-adapter-utils";
import pg from "pg";

type Connection = Awaited<ReturnType<PrismaPg["connect"]>>;
type Inside = { performIO(query: SqlQuery): Promise<{ fields: { dataTypeID: number }[] }> };

const charType = 18; // "char" with quotes, a type of PostgreSQL's own catalogue
const textType = 25;

export class MigrationAdapter extends PrismaPg {
  override async connect() {
    const connection = await super.connect();
    runScriptsWhole(connection);
    readChars(connection);
    return connection;
  }
}

/**
 * The adapter cuts a script at every semicolon, those inside a function's body too. Sent whole, a
 * script is one transaction: all of a migration happens, or nothing.
 */
function runScriptsWhole(connection: Connection) {
  connection.executeScript = async (script) => {
    try {
      await connection.underlyingDriver().query(script);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) throw error;
      const { code = "", severity = "", message, detail, column, hint } = error;
      throw new DriverAdapterError({
        kind: "postgres",
        ...{ code, severity, message, detail, column, hint },
      });
    }
  };
}

/** The adapter refuses the type "char", in which the catalogue describes tables. */
function readChars(connection: Connection) {
  const inside = connection as unknown as Inside;
  const performIO = inside.performIO.bind(connection);
  const queryRaw = connection.queryRaw.bind(connection);
  let chars: number[] = [];
  inside.performIO = async (query) => {
    const found = chars; // queryRaw calls us before anything else runs
    const result = await performIO(query);
    result.fields.forEach((field, index) => {
      if (field.dataTypeID !== charType) return;
      field.dataTypeID = textType;
      found.push(index);
    });
    return result;
  };
  connection.queryRaw = async (query) => {
    const found = (chars = []) as number[];
    const result = await queryRaw(query);
    for (const index of found) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
}
